<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section == "header">
    ${msg("loginChooseAuthenticator")}
  <#elseif section == "form">
    <form id="kc-select-credential-form" action="${url.loginAction}" method="post">
      <ul class="t-list">
        <#list auth.authenticationSelections as choice>
          <li>
            <button class="t-pick" type="submit" name="authenticationExecution" value="${choice.authExecId}">
              <span class="t-i ${properties[choice.iconCssClass]!"t-i-lock"}" aria-hidden="true"></span>
              <span class="t-pick__text"><b>${msg(choice.displayName)}</b><small>${msg(choice.helpText)}</small></span>
              <span class="t-i t-i-next" aria-hidden="true"></span>
            </button>
          </li>
        </#list>
      </ul>
    </form>
  </#if>
</@layout.registrationLayout>
