metadata description = 'One private endpoint, with its name in the zone of its kind.'

param name string

param location string

param subnetId string

@description('Resource that it leads to.')
param targetId string

@description('Which of its services, as blob.')
param service string

param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: service
        properties: {
          privateLinkServiceId: targetId
          groupIds: [service]
        }
      }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: 'default'
          properties: {
            privateDnsZoneId: zoneId
          }
        }
      ]
    }
  }
}
