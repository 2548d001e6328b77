<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "password-commons.ftl" as passwordCommons>
<#-- The secret as a picture to scan, or in letters for those who cannot scan. -->
<#macro secret>
  <#if mode?? && mode == "manual">
    <p>${msg("loginTotpManualStep2")} <span id="kc-totp-secret-key" dir="ltr">${totp.totpSecretEncoded}</span></p>
    <p id="kc-totp-settings-manual">${msg("trameTotpSettings", msg("loginTotp." + totp.policy.type), totp.policy.getAlgorithmKey(), totp.policy.digits)}</p>
    <p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p>
  <#else>
    <p>${msg("loginTotpStep2")}</p>
    <img id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("trameQrCode")}">
    <p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p>
  </#if>
</#macro>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section == "header">
    ${msg("loginTotpTitle")}
  <#elseif section == "form">
    <ol id="kc-totp-settings">
      <li><p>${msg("loginTotpStep1")} <#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list></p></li>
      <li><div class="t-prose"><@secret/></div></li>
      <li><p>${msg("trameTotpStep3")}</p></li>
    </ol>
    <form id="kc-totp-settings-form" class="t-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="totp" label=msg("authenticatorCode") autocomplete="one-time-code" required=true/>
      <@field.input name="userLabel" label=msg("loginTotpDeviceName") required=(totp.otpCredentials?size gte 1)/>
      <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
      <@passwordCommons.logoutOtherSessions/>
      <div class="t-actions">
        <@buttons.button id="saveTOTPBtn" label="doSubmit"/>
        <#if isAppInitiatedAction??><@buttons.button id="cancelTOTPBtn" name="cancel-aia" value="true" label="doCancel" type="secondary"/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
