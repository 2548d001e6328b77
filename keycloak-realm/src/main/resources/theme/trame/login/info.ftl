<#import "template.ftl" as layout>
<#macro way href label><a class="t-btn t-btn--primary t-btn--block" href="${href}">${msg(label)}</a></#macro>
<@layout.registrationLayout displayMessage=false; section>
  <#if section == "header">
    <#if messageHeader??>${msg(messageHeader)}<#else>${message.summary}</#if>
  <#elseif section == "form">
    <#if messageHeader?? || requiredActions??>
      <div id="kc-info-message" class="t-prose">
        <#if messageHeader??><p>${message.summary}</p></#if>
        <#if requiredActions??>
          <ul class="t-bullets"><#list requiredActions as action><li>${msg("requiredAction." + action)}</li></#list></ul>
        </#if>
      </div>
    </#if>
    <#if !skipLink??>
      <#if pageRedirectUri?has_content>
        <@way href=pageRedirectUri label="backToApplication"/>
      <#elseif actionUri?has_content>
        <@way href=actionUri label="proceedWithAction"/>
      <#elseif (client.baseUrl)?has_content>
        <@way href=client.baseUrl label="backToApplication"/>
      </#if>
    </#if>
  </#if>
</@layout.registrationLayout>
