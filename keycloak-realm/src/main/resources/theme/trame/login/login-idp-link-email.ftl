<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section == "header">
    ${msg("emailLinkIdpTitle", idpDisplayName)}
  <#elseif section == "form">
    <p class="t-prose" id="instruction1">${msg("emailLinkIdp1", idpDisplayName, brokerContext.username, realm.displayName)}</p>
    <div class="t-actions">
      <a class="t-btn" id="instruction2" href="${url.loginAction}">${msg("trameSendAgain")}</a>
      <a class="t-btn t-btn--flat" id="instruction3" href="${url.loginAction}">${msg("trameAlreadyVerified")}</a>
    </div>
  </#if>
</@layout.registrationLayout>
