#!/usr/bin/env sh
# Registers NewsWatch with Entra, so that people sign in before the desk; azd calls it before and after it makes the resources.
# Needs the Azure CLI, signed in as someone who may register apps. NEWSWATCH_SIGN_IN=false: do nothing, the desk stays shut.
# Usage: infra/sign-in.sh before|after
set -eu
cd "$(dirname "$0")"
step=${1:?before or after}
[ "${NEWSWATCH_SIGN_IN:-true}" != false ] || exit 0

analyst=5d1c1e34-7c1b-4b57-9f0c-2f6a3b7f3b01

before() {
  [ -z "${NEWSWATCH_CLIENT_ID:-}" ] || return 0
  client=$(az ad app create --display-name "NewsWatch ${AZURE_ENV_NAME:?}" --sign-in-audience AzureADMyOrg \
    --enable-id-token-issuance true --app-roles @app-roles.json --query appId --output tsv)
  # Only those who are given a role may sign in; the first of them is who sets this up.
  principal=$(az ad sp create --id "$client" --query id --output tsv)
  az ad sp update --id "$principal" --set appRoleAssignmentRequired=true
  if [ -n "${AZURE_PRINCIPAL_ID:-}" ]; then
    az rest --method post --url "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignedTo" \
      --body "{\"principalId\":\"$AZURE_PRINCIPAL_ID\",\"resourceId\":\"$principal\",\"appRoleId\":\"$analyst\"}" --output none
  fi
  azd env set NEWSWATCH_CLIENT_ID "$client"
}

after() {
  [ -n "${NEWSWATCH_CLIENT_ID:-}" ] || return 0
  az ad app update --id "$NEWSWATCH_CLIENT_ID" --web-redirect-uris "${NEWSWATCH_ADDRESS:?}.auth/login/aad/callback"
  # The app's identity vouches for the app: there is no password that could leak or run out.
  known=$(az ad app federated-credential list --id "$NEWSWATCH_CLIENT_ID" --query "[?subject=='${NEWSWATCH_PRINCIPAL_ID:?}'].name" --output tsv)
  [ -z "$known" ] || return 0
  tenant=$(az account show --query tenantId --output tsv)
  az ad app federated-credential create --id "$NEWSWATCH_CLIENT_ID" --output none --parameters "{
    \"name\": \"newswatch-app\",
    \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
    \"subject\": \"$NEWSWATCH_PRINCIPAL_ID\",
    \"audiences\": [\"api://AzureADTokenExchange\"]
  }"
}

case $step in
  before | after) "$step" ;;
  *) echo "usage: $0 before|after" >&2; exit 2 ;;
esac
