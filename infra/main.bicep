metadata description = 'NewsWatch as an Azure Functions app on Flex Consumption: one identity, no shared keys.'

targetScope = 'resourceGroup'

@description('Short name the resources are named after: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param name string = 'newswatch'

@description('Region; Flex Consumption must be offered there.')
param location string = resourceGroup().location

@description('When feeds are polled: six fields, seconds first, in UTC.')
param pollSchedule string = '0 */5 * * * *'

@description('Most instances the app may scale out to.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Client id of the Entra app registration that signs reviewers in. Empty: nobody reaches the review site but reviewNetworks, with a key or account given in settings.')
param reviewClientId string = ''

@description('Object ids of the users who may review; empty for every user of the tenant. Only with reviewClientId.')
param reviewers string[] = []

@description('Networks, such as 203.0.113.0/24, that may reach the review site. Empty with reviewClientId: anyone who signs in.')
param reviewNetworks string[] = []

@description('Further settings, such as NewsWatch__SendAlerts__SiteAddress. For a secret give a Key Vault reference, not its value.')
param settings { *: string } = {}

var suffix = uniqueString(resourceGroup().id, name)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-${suffix}'
  location: location
}

module storage 'storage.bicep' = {
  params: {
    name: 'nw${suffix}'
    location: location
    identityName: identity.name
  }
}

module monitoring 'monitoring.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    identityName: identity.name
  }
}

module workbook 'workbook.bicep' = {
  params: {
    workspaceName: '${name}-${suffix}'
    location: location
  }
}

module app 'app.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    identityName: identity.name
    storage: storage.outputs.endpoints
    deploymentContainer: storage.outputs.deploymentContainer
    insightsConnection: monitoring.outputs.connection
    pollSchedule: pollSchedule
    maximumInstanceCount: maximumInstanceCount
    reviewClientId: reviewClientId
    reviewers: reviewers
    reviewNetworks: reviewNetworks
    settings: settings
  }
}

@description('Name of the Functions app, for publishing.')
output appName string = app.outputs.name

@description('Address of the review site.')
output reviewAddress string = app.outputs.address

@description('Principal of the app\'s identity, for a federated credential on the app registration.')
output principalId string = identity.properties.principalId
