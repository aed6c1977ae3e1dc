metadata description = 'Two accounts that only identities can open: what NewsWatch knows, and what the Functions host keeps for itself.'

@description('Account of what NewsWatch knows.')
@minLength(3)
@maxLength(24)
param storeName string

@description('Account of what the Functions host keeps.')
@minLength(3)
@maxLength(24)
param hostName string

param location string

@description('Name of the user-assigned identity that reads and writes.')
param identityName string

@description('The pipeline\'s queues; each gets one beside it for what could not be handled.')
param queueNames string[]

@description('True for copies in three zones.')
param zoneRedundant bool

@description('True to refuse the internet; private endpoints then lead in.')
param isPrivate bool

@description('Days that pages are kept as fetched; 0 for ever.')
param keepPagesDays int

param workspaceId string

// Earlier states of a blob and what was deleted can be had back for as long.
var recoveryDays = 14

// Built-in roles. The store's container is named, and so narrow. Its queues are not: a function whose poison queue fails makes one more, and
// the account holds nothing but the pipeline's. The host's own account takes what Azure's documentation asks for AzureWebJobsStorage: it
// makes containers for its leases and keys, and a table a month for its diagnostic events.
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
var hostRoles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
]

var sku = zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource store 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: storeName
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: store
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: recoveryDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: recoveryDays
    }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'newswatch'
}

// Of what stands, pages alone are ever deleted: texts and verdicts do not need them. docs/operations.md tells what each prefix holds.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: store
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'pages'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${container.name}/pages/'] }
            actions: {
              baseBlob: union(
                { tierToCool: { daysAfterModificationGreaterThan: 30 } },
                keepPagesDays > 0 ? { delete: { daysAfterModificationGreaterThan: keepPagesDays } } : {}
              )
            }
          }
        }
        {
          name: 'earlier-states'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${container.name}/'] }
            actions: {
              version: { delete: { daysAfterCreationGreaterThan: recoveryDays } }
            }
          }
        }
        {
          // Written anew every few minutes, as far as it changed, and made out of the rest where it is missing.
          name: 'earlier-indexes'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${container.name}/review-index/'] }
            actions: {
              version: { delete: { daysAfterCreationGreaterThan: 1 } }
            }
          }
        }
      ]
    }
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: store
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for queue in queueNames: {
    parent: queueService
    name: queue
  }
]

resource poison 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for queue in queueNames: {
    parent: queueService
    name: '${queue}-poison'
  }
]

resource containerGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, identity.id, blobContributor)
  scope: container
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
  }
}

resource queueGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(store.id, identity.id, queueContributor)
  scope: store
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueContributor)
  }
}

// What is sent, so that an alert sees what goes to poison; the queues' own metrics do not tell one queue from another.
resource queueLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'sent'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
    ]
  }
}

resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'deleted'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: hostName
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource deployment 'containers' = {
      name: 'deployment'
    }
  }
}

resource hostGrants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in hostRoles: {
    name: guid(host.id, identity.id, role)
    scope: host
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

output store { blob: string, queue: string } = {
  blob: store.properties.primaryEndpoints.blob
  queue: store.properties.primaryEndpoints.queue
}

output host { blob: string, table: string } = {
  blob: host.properties.primaryEndpoints.blob
  table: host.properties.primaryEndpoints.table
}

output deploymentContainer string = '${host.properties.primaryEndpoints.blob}${host::blobs::deployment.name}'
