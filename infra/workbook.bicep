metadata description = 'A workbook over what NewsWatch tells of itself: pipeline, feeds, latency, failures, the way of one article.'

@description('Name of the Log Analytics workspace that telemetry goes to.')
param workspaceName string

param location string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspace.id, 'workbook')
  location: location
  kind: 'shared'
  properties: {
    displayName: 'NewsWatch'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: loadTextContent('workbook.json')
    version: 'Notebook/1.0'
  }
}
