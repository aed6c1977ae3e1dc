metadata description = 'NewsWatch on Azure: a function app on Flex Consumption, its stores, its secrets, and what watches over it. One identity, no keys.'

targetScope = 'subscription'

@description('Short name that everything is named after: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param name string = 'newswatch'

@description('Region; Flex Consumption must be offered there.')
param location string

@description('Resource group that everything is put in; it is made where there is none.')
param resourceGroupName string = name

@description('Object id of who looks after the secrets: may read and set those in the vault. Empty for nobody.')
param operatorId string = ''

@description('When feeds are polled: six fields, seconds first, in UTC.')
param pollSchedule string = '0 */5 * * * *'

@description('Further settings of the app by name, such as NewsWatch__SendAlerts__SiteAddress. Never a secret: see vaultSettings.')
param settings { *: string } = {}

@description('Settings whose values are in the vault: the name of the setting, and the name of the vault\'s secret.')
param vaultSettings { *: string } = {}

@description('Client id of the Entra app registration that signs people in. Empty: nobody reaches the desk but reviewNetworks, with a key or account given in vaultSettings or settings.')
param reviewClientId string = ''

@description('Object ids of the users who may sign in; empty for every user of the tenant. Only with reviewClientId.')
param reviewers string[] = []

@description('Networks, such as 203.0.113.0/24, that may reach the site. Empty with reviewClientId: anyone, to sign in.')
param reviewNetworks string[] = []

@description('Name of the vault\'s secret that holds the token of the outgoing feeds. Empty: feed readers, which cannot sign in, get nothing.')
param feedTokenName string = ''

@description('Paths that feed readers reach with that token instead of signing in; add those of your views, such as /alerts/japan.atom.')
param feedPaths string[] = [
  '/alerts.atom'
  '/alerts.json'
  '/alerts.rss'
]

@description('Most instances of the whole app, of all its groups together.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of an instance in MB; its share of a CPU grows with it.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Requests of the desk that one instance answers at a time. The other functions take no such bound here: host.json has it.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 16

@description('Instances that are kept running and paid for while idle, by group: http is the desk; every other function is a group of its own, as function:PollFeeds.')
param alwaysReady { name: string, instanceCount: int }[] = []

@description('Spread over availability zones: zone-redundant storage and plan. Give alwaysReady two instances of each group that must outlive a zone.')
param zoneRedundant bool = false

@description('Storage and vault are reached through private endpoints in a network of their own, and not from the internet.')
param privateNetwork bool = false

@description('Days that pages are kept as fetched; 0 for ever. Texts, verdicts and the ledger are kept in any case.')
@minValue(0)
@maxValue(36500)
param keepPagesDays int = 365

@description('Days that logs and telemetry are kept.')
@minValue(30)
@maxValue(730)
param keepLogsDays int = 30

@description('Most GB of logs and telemetry a day; more is not taken in until the next day. -1 for no bound.')
param dailyLogGB int = 1

@description('Mail addresses that are told of alerts. Empty: alerts are shown in the portal only.')
param alertEmails string[] = []

@description('How long no poll may have succeeded before it is told; longer than the schedule\'s longest pause.')
@allowed(['PT30M', 'PT1H', 'PT2H', 'PT6H', 'P1D'])
param pollAlertWindow string = 'PT30M'

@description('Share of polled feeds that may fail, in percent, before it is told.')
@minValue(1)
@maxValue(100)
param failingFeedsPercent int = 20

@description('Budget of the resource group a month, in the currency of the account; told at 80 percent spent and 100 percent foreseen. 0 for none.')
@minValue(0)
param monthlyBudget int = 50

@description('First month of the budget. Azure takes none that is past, so it stays as it was first given.')
param budgetStart string = utcNow('yyyy-MM-01')

// The pipeline's queues; each has one beside it for what could not be handled.
var queueNames = [
  'extract-article'
  'classify-article'
  'track-agreement'
  'send-alerts'
  'notify-operator'
]

var suffix = uniqueString(subscription().id, resourceGroupName, name)
var fullName = '${name}-${suffix}'
var storeName = 'nw${suffix}'
var hostName = 'nwh${suffix}'
var vaultName = 'nw-${suffix}'
var tags = { 'azd-env-name': name }

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: resourceGroupName
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  scope: group
  params: {
    name: fullName
    location: location
  }
}

module monitoring 'monitoring.bicep' = {
  scope: group
  dependsOn: [identity]
  params: {
    name: fullName
    location: location
    identityName: fullName
    keepDays: keepLogsDays
    dailyGB: dailyLogGB
  }
}

module storage 'storage.bicep' = {
  scope: group
  dependsOn: [identity]
  params: {
    storeName: storeName
    hostName: hostName
    location: location
    identityName: fullName
    queueNames: queueNames
    zoneRedundant: zoneRedundant
    isPrivate: privateNetwork
    keepPagesDays: keepPagesDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'vault.bicep' = {
  scope: group
  dependsOn: [identity]
  params: {
    name: vaultName
    location: location
    identityName: fullName
    operatorId: operatorId
    isPrivate: privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'network.bicep' = if (privateNetwork) {
  scope: group
  dependsOn: [storage, vault]
  params: {
    name: fullName
    location: location
    storeName: storeName
    hostName: hostName
    vaultName: vaultName
  }
}

module workbook 'workbook.bicep' = {
  scope: group
  dependsOn: [monitoring]
  params: {
    workspaceName: fullName
    location: location
  }
}

module app 'app.bicep' = {
  scope: group
  dependsOn: [identity]
  params: {
    name: fullName
    location: location
    identityName: fullName
    store: storage.outputs.store
    host: storage.outputs.host
    deploymentContainer: storage.outputs.deploymentContainer
    vaultUri: vault.outputs.uri
    insightsConnection: monitoring.outputs.connection
    workspaceId: monitoring.outputs.workspaceId
    subnetId: network.?outputs.appSubnetId ?? ''
    pollSchedule: pollSchedule
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    httpConcurrency: httpConcurrency
    alwaysReady: alwaysReady
    zoneRedundant: zoneRedundant
    reviewClientId: reviewClientId
    reviewers: reviewers
    reviewNetworks: reviewNetworks
    feedPaths: empty(feedTokenName) ? [] : feedPaths
    settings: settings
    vaultSettings: union(vaultSettings, empty(feedTokenName) ? {} : { NewsWatch__Review__FeedToken: feedTokenName })
  }
}

module alerts 'alerts.bicep' = {
  scope: group
  params: {
    name: fullName
    location: location
    workspaceId: monitoring.outputs.workspaceId
    queueNames: queueNames
    emails: alertEmails
    pollWindow: pollAlertWindow
    failingFeedsPercent: failingFeedsPercent
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

@description('Resource group that everything is in.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app, for publishing.')
output NEWSWATCH_APP_NAME string = app.outputs.name

@description('Address of the desk.')
output NEWSWATCH_ADDRESS string = app.outputs.address

@description('Name of the vault, for setting secrets.')
output NEWSWATCH_VAULT string = vaultName

@description('Account with the blobs and queues.')
output NEWSWATCH_STORE string = storeName

@description('Principal of the app\'s identity, for a federated credential on the app registration.')
output NEWSWATCH_PRINCIPAL_ID string = identity.outputs.principalId
