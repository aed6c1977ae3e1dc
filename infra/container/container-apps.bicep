metadata description = 'NewsWatch on Azure Container Apps over an account that is there: one app that polls and serves, and workers by queue length.'

@description('Name of the apps.')
param name string = 'newswatch'

param location string = resourceGroup().location

@description('Environment of Container Apps that they run in.')
param environmentName string

@description('Image of infra/container/Containerfile, as myregistry.azurecr.io/newswatch:0.1.0.')
param image string

@description('Registry that the identity may pull from; empty for a public one.')
param registry string = ''

@description('Identity with Storage Blob Data Contributor on the container newswatch, Storage Queue Data Contributor on the account, and Key Vault Secrets User.')
param identityName string

@description('Account that everything is kept in.')
param accountName string

@description('Address in the vault of the key that opens the desk, as https://myvault.vault.azure.net/secrets/review-key.')
param reviewKeyAddress string

@description('Most workers.')
@minValue(1)
@maxValue(100)
param mostWorkers int = 10

// The pipeline's queues.
var queueNames = [
  'poll-feeds'
  'extract-article'
  'classify-article'
  'track-agreement'
  'send-alerts'
  'notify-operator'
]

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' existing = {
  name: environmentName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName
}

var registries = empty(registry) ? [] : [{ server: registry, identity: identity.id }]

var variables = [
  { name: 'NewsWatchStorage__blobServiceUri', value: account.properties.primaryEndpoints.blob }
  { name: 'NewsWatchStorage__queueServiceUri', value: account.properties.primaryEndpoints.queue }
  { name: 'NewsWatchStorage__credential', value: 'managedidentity' }
  { name: 'NewsWatchStorage__clientId', value: identity.properties.clientId }
  { name: 'NewsWatch__Review__Hosts__0', value: '*' }
  { name: 'NewsWatch__Review__Key', secretRef: 'review-key' }
]

var probes = [
  {
    type: 'Startup'
    httpGet: { path: '/health/live', port: 8420 }
    periodSeconds: 2
    failureThreshold: 60
  }
  {
    type: 'Liveness'
    httpGet: { path: '/health/live', port: 8420 }
    periodSeconds: 30
    failureThreshold: 4
  }
  {
    type: 'Readiness'
    httpGet: { path: '/health/ready', port: 8420 }
    periodSeconds: 15
  }
]

// Nothing is kept there but the index, which is made anew out of the store.
var volumes = [
  { name: 'data', storageType: 'EmptyDir' }
]
var mounts = [
  { volumeName: 'data', mountPath: '/data' }
]

resource desk 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      registries: registries
      secrets: [
        { name: 'review-key', keyVaultUrl: reviewKeyAddress, identity: identity.id }
      ]
      ingress: {
        external: true
        targetPort: 8420
        transport: 'http'
        allowInsecure: false
      }
    }
    template: {
      containers: [
        {
          name: 'newswatch'
          image: image
          args: ['run', '--data', '/data', '--listen', '0.0.0.0:8420']
          env: variables
          resources: { cpu: json('0.5'), memory: '1Gi' }
          probes: probes
          volumeMounts: mounts
        }
      ]
      volumes: volumes
      // The clock and the desk: one is enough, and what scales is the work of the queues.
      scale: { minReplicas: 1, maxReplicas: 1 }
    }
  }
}

resource worker 'Microsoft.App/containerApps@2025-01-01' = {
  name: '${name}-worker'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      registries: registries
      secrets: [
        { name: 'review-key', keyVaultUrl: reviewKeyAddress, identity: identity.id }
      ]
    }
    template: {
      containers: [
        {
          name: 'newswatch'
          image: image
          args: ['run', '--worker', '--data', '/data', '--listen', '0.0.0.0:8420']
          env: variables
          resources: { cpu: json('0.5'), memory: '1Gi' }
          probes: probes
          volumeMounts: mounts
        }
      ]
      volumes: volumes
      terminationGracePeriodSeconds: 60
      scale: {
        minReplicas: 0
        maxReplicas: mostWorkers
        rules: [
          for queue in queueNames: {
            name: queue
            azureQueue: {
              accountName: accountName
              queueName: queue
              queueLength: 64
              identity: identity.id
            }
          }
        ]
      }
    }
  }
}

@description('Address of the desk.')
output address string = 'https://${desk.properties.configuration.ingress.fqdn}/'
