metadata description = 'A network that the app reaches out from, with private endpoints of the accounts and the vault in it.'

param name string

param location string

param storeName string

param hostName string

param vaultName string

resource store 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storeName
}

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

// A zone of names for each kind of service, and who has an endpoint of that kind.
var services = [
  { group: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { group: 'queue', zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { group: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }
  { group: 'vault', zone: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}' }
]
var targets = [
  { name: 'store-blob', resourceId: store.id, service: 0 }
  { name: 'store-queue', resourceId: store.id, service: 1 }
  { name: 'host-blob', resourceId: host.id, service: 0 }
  { name: 'host-table', resourceId: host.id, service: 2 }
  { name: 'vault', resourceId: vault.id, service: 3 }
]

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: ['10.84.0.0/24']
    }
  }

  // Flex Consumption wants a subnet to itself, delegated so.
  resource app 'subnets' = {
    name: 'app'
    properties: {
      addressPrefix: '10.84.0.0/26'
      delegations: [
        {
          name: 'app'
          properties: {
            serviceName: 'Microsoft.App/environments'
          }
        }
      ]
    }
  }

  resource inside 'subnets' = {
    name: 'endpoints'
    dependsOn: [app]
    properties: {
      addressPrefix: '10.84.0.64/27'
    }
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: service.zone
    location: 'global'
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, index) in services: {
    parent: zones[index]
    name: name
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

module endpoint 'endpoint.bicep' = [
  for target in targets: {
    params: {
      name: '${name}-${target.name}'
      location: location
      subnetId: network::inside.id
      targetId: target.resourceId
      service: services[target.service].group
      zoneId: zones[target.service].id
    }
  }
]

output appSubnetId string = network::app.id
