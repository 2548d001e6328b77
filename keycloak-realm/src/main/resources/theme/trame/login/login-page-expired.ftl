<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section == "header">
    ${msg("pageExpiredTitle")}
  <#elseif section == "form">
    <p class="t-prose">${msg("trameExpired")}</p>
    <div class="t-actions">
      <a class="t-btn t-btn--primary" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("trameRestart")}</a>
      <a class="t-btn" id="loginContinueLink" href="${url.loginAction}">${msg("trameResume")}</a>
    </div>
  </#if>
</@layout.registrationLayout>
