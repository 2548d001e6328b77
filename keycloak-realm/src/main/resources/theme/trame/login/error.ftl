<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section == "header">
    ${msg("errorTitle")}
  <#elseif section == "form">
    <div id="kc-error-message" class="t-prose">
      <p>${message.summary}</p>
      <#if traceId??><p id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
    </div>
    <#if !skipLink?? && (client.baseUrl)?has_content>
      <a class="t-btn t-btn--primary t-btn--block" id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a>
    </#if>
  </#if>
</@layout.registrationLayout>
