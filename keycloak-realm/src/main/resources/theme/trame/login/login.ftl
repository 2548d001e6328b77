<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "social-providers.ftl" as providers>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "password"); section>
  <#if section == "header">
    ${msg("loginAccountTitle")}
  <#elseif section == "lead">
    <p class="t-lead">${msg("trameLoginLead")}</p>
  <#elseif section == "form">
    <#if realm.password>
      <form id="kc-form-login" class="t-form" action="${url.loginAction}" method="post" novalidate>
        <#assign refused = messagesPerField.getFirstError("username", "password")>
        <#if usernameHidden??>
          <@field.knownAccount/>
        <#else>
          <@field.input name="username" label=field.accountLabel() error="" value=login.username!"" autofocus=!login.username?has_content
              autocomplete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username")/>
        </#if>
        <@field.password name="password" label=msg("password") error=refused forgotPassword=realm.resetPasswordAllowed
            autofocus=(usernameHidden?? || login.username?has_content) autocomplete="current-password"/>
        <#if realm.rememberMe && !usernameHidden??>
          <@field.checkbox name="rememberMe" label=msg("rememberMe") value=login.rememberMe??/>
        </#if>
        <input type="hidden" id="id-hidden-input" name="credentialId" value="${auth.selectedCredential!}">
        <@buttons.button id="kc-login" name="login" label="trameSignIn"/>
      </form>
    </#if>
    <@passkeys.conditionalUIData/>
  <#elseif section == "socialProviders">
    <#if realm.password && (social.providers)?has_content><@providers.show social=social/></#if>
  </#if>
</@layout.registrationLayout>
