using 'main.bicep'

// Without a client id the review site stays shut to all but the networks named here.
param reviewClientId = ''
param reviewNetworks = []
