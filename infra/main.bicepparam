using 'main.bicep'

// What azd keeps of the environment (azd env set NAME VALUE); az deployment takes the same variables.
param name = readEnvironmentVariable('AZURE_ENV_NAME', 'newswatch')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param resourceGroupName = readEnvironmentVariable('AZURE_RESOURCE_GROUP', readEnvironmentVariable('AZURE_ENV_NAME', 'newswatch'))
param operatorId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param reviewClientId = readEnvironmentVariable('NEWSWATCH_CLIENT_ID', '')
param reviewers = json(readEnvironmentVariable('NEWSWATCH_REVIEWERS', '[]'))
param reviewNetworks = json(readEnvironmentVariable('NEWSWATCH_NETWORKS', '[]'))
param feedTokenName = readEnvironmentVariable('NEWSWATCH_FEED_TOKEN_NAME', '')
param alertEmails = json(readEnvironmentVariable('NEWSWATCH_ALERT_EMAILS', '[]'))
param settings = json(readEnvironmentVariable('NEWSWATCH_SETTINGS', '{}'))
param vaultSettings = json(readEnvironmentVariable('NEWSWATCH_VAULT_SETTINGS', '{}'))
param privateNetwork = bool(readEnvironmentVariable('NEWSWATCH_PRIVATE_NETWORK', 'false'))
param zoneRedundant = bool(readEnvironmentVariable('NEWSWATCH_ZONE_REDUNDANT', 'false'))
param monthlyBudget = int(readEnvironmentVariable('NEWSWATCH_MONTHLY_BUDGET', '50'))
