<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section == "header">
    ${msg("emailVerifyTitle")}
  <#elseif section == "form">
    <p class="t-prose">${(verifyEmail??)?then(msg("emailVerifyInstruction1", verifyEmail!), msg("emailVerifyInstruction4", user.email!))}</p>
    <#if isAppInitiatedAction??>
      <form id="kc-verify-email-form" action="${url.loginAction}" method="post">
        <div class="t-actions">
          <@buttons.button label=(verifyEmail??)?then("emailVerifyResend", "emailVerifySend")/>
          <@buttons.button name="cancel-aia" value="true" label="doCancel" type="secondary"/>
        </div>
      </form>
    <#else>
      <a class="t-btn t-btn--block" href="${url.loginAction}">${msg("trameSendAgain")}</a>
    </#if>
  </#if>
</@layout.registrationLayout>
