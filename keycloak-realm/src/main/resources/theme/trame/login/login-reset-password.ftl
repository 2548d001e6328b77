<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section == "header">
    ${msg("emailForgotTitle")}
  <#elseif section == "lead">
    <p class="t-lead">${msg(realm.duplicateEmailsAllowed?then("emailInstructionUsername", "emailInstruction"))}</p>
  <#elseif section == "form">
    <form id="kc-reset-password-form" class="t-form" action="${url.loginAction}" method="post" novalidate>
      <@field.input name="username" label=field.accountLabel() value=auth.attemptedUsername!"" autofocus=true autocomplete="username"/>
      <div class="t-actions">
        <@buttons.button id="kc-form-buttons" label="trameSendLink"/>
        <@buttons.buttonLink href=url.loginUrl label="backToLogin" class=["kcButtonLinkClass", "kcButtonBlockClass"]/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
