metadata description = 'The function app, reached over HTTPS and only by those who sign in or come from a named network.'

param name string

param location string

@description('Name of the user-assigned identity the app runs as; it is in this resource group.')
param identityName string

@description('Endpoints of what NewsWatch knows.')
param store { blob: string, queue: string }

@description('Endpoints of what the Functions host keeps.')
param host { blob: string, table: string }

@description('Address of the container that holds the published app.')
param deploymentContainer string

@description('Address of the vault that the secrets are in.')
param vaultUri string

param insightsConnection string

param workspaceId string

@description('Subnet that the app reaches out from; empty for none.')
param subnetId string

param pollSchedule string

param maximumInstanceCount int

param instanceMemoryMB int

param httpConcurrency int

param alwaysReady { name: string, instanceCount: int }[]

param zoneRedundant bool

param reviewClientId string

param reviewers string[]

param reviewNetworks string[]

@description('Paths before which the platform asks nobody to sign in: the app asks for the token of the feeds there.')
param feedPaths string[]

param settings { *: string }

@description('Names of settings, each with the name of its secret in the vault.')
param vaultSettings { *: string }

var signIn = !empty(reviewClientId)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// The store's connection by name: the same settings are read by the Functions host's queue triggers and by the app. The host's own has no
// queues: it takes them for blob triggers only. The platform's front end answers only to the names bound to the app, so any name that
// comes through is one of them.
var ownSettings = [
  { name: 'AzureWebJobsStorage__blobServiceUri', value: host.blob }
  { name: 'AzureWebJobsStorage__tableServiceUri', value: host.table }
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
  { name: 'NewsWatchStorage__blobServiceUri', value: store.blob }
  { name: 'NewsWatchStorage__queueServiceUri', value: store.queue }
  { name: 'NewsWatchStorage__credential', value: 'managedidentity' }
  { name: 'NewsWatchStorage__clientId', value: identity.properties.clientId }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnection }
  {
    name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
    value: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  }
  { name: 'PollSchedule', value: pollSchedule }
  { name: 'NewsWatch__Review__Hosts__0', value: '*' }
]

// Signing in needs no secret: the app's identity vouches for it with a federated credential.
var signInSettings = signIn
  ? [
      { name: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID', value: identity.properties.clientId }
    ]
  : []

// Without a version the platform takes up a new one within a day.
var fromVault = map(items(vaultSettings), secret => {
  name: secret.key
  value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secret.value})'
})

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: name
  location: location
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  tags: {
    'azd-service-name': 'app'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady
        triggers: {
          http: {
            perInstanceConcurrency: httpConcurrency
          }
        }
      }
    }
    siteConfig: {
      appSettings: concat(
        ownSettings,
        signInSettings,
        fromVault,
        map(items(settings), setting => { name: setting.key, value: setting.value })
      )
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ipSecurityRestrictions: [
        for (network, index) in reviewNetworks: {
          name: 'review-${index}'
          action: 'Allow'
          ipAddress: network
          priority: 100 + index
        }
      ]
      ipSecurityRestrictionsDefaultAction: signIn && empty(reviewNetworks) ? 'Allow' : 'Deny'
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: 'Allow'
    }
  }

  // Publishing takes an identity, never a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource authentication 'config' = if (signIn) {
    name: 'authsettingsV2'
    properties: {
      platform: {
        enabled: true
      }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: 'RedirectToLoginPage'
        redirectToProvider: 'azureactivedirectory'
        excludedPaths: feedPaths
      }
      httpSettings: {
        requireHttps: true
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: reviewClientId
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${az.environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            defaultAuthorizationPolicy: {
              allowedApplications: [reviewClientId]
              allowedPrincipals: empty(reviewers) ? null : { identities: reviewers }
            }
          }
        }
      }
      login: {
        tokenStore: {
          enabled: false
        }
      }
    }
  }
}

// What the host says before it can send telemetry, as why it does not start.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'host'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'FunctionAppLogs', enabled: true }
    ]
  }
}

output name string = site.name

output address string = 'https://${site.properties.defaultHostName}/'
