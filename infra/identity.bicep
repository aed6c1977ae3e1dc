metadata description = 'What the app is to everything that asks who it is.'

param name string

param location string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
}

output name string = identity.name

output principalId string = identity.properties.principalId
