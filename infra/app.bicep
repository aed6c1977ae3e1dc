metadata description = 'The Functions app, reached over HTTPS and only by those who sign in or come from a named network.'

param name string

param location string

@description('Name of the user-assigned identity the app runs as; it is in this resource group.')
param identityName string

@description('Endpoints of the store.')
param storage {
  blob: string
  queue: string
  table: string
}

@description('Address of the container that holds the published app.')
param deploymentContainer string

param insightsConnection string

param pollSchedule string

param maximumInstanceCount int

param reviewClientId string

param reviewers string[]

param reviewNetworks string[]

param settings { *: string }

var signIn = !empty(reviewClientId)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// Trigger connections by name: the same settings are read by the Functions host and by the app.
var connections = flatten(map(['AzureWebJobsStorage', 'NewsWatchStorage'], connection => [
  { name: '${connection}__blobServiceUri', value: storage.blob }
  { name: '${connection}__queueServiceUri', value: storage.queue }
  { name: '${connection}__credential', value: 'managedidentity' }
  { name: '${connection}__clientId', value: identity.properties.clientId }
]))

// The platform's front end answers only to the names bound to the app, so any name that comes through is one of them.
var ownSettings = [
  { name: 'AzureWebJobsStorage__tableServiceUri', value: storage.table }
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
  }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
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
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      appSettings: concat(
        connections,
        ownSettings,
        signInSettings,
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

output name string = site.name

output address string = 'https://${site.properties.defaultHostName}/'
