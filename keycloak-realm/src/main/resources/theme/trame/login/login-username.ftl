<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as providers>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section == "header">
    ${msg("loginAccountTitle")}
  <#elseif section == "lead">
    <p class="t-lead">${msg("trameLoginLead")}</p>
  <#elseif section == "form">
    <#if realm.password>
      <form id="kc-form-login" class="t-form" action="${url.loginAction}" method="post" novalidate>
        <#if !usernameHidden??>
          <@field.input name="username" label=field.accountLabel() value=login.username!"" autofocus=true
              autocomplete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username")/>
          <#if realm.rememberMe>
            <@field.checkbox name="rememberMe" label=msg("rememberMe") value=login.rememberMe??/>
          </#if>
        </#if>
        <@buttons.button id="kc-login" name="login" label="doContinue"/>
      </form>
    </#if>
    <@passkeys.conditionalUIData/>
  <#elseif section == "socialProviders">
    <#if realm.password && (social.providers)?has_content><@providers.show social=social/></#if>
  </#if>
</@layout.registrationLayout>
