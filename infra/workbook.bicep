metadata description = 'A workbook over what NewsWatch tells of itself: pipeline, feeds, latency, failures, the way of one article.'

param name string

param location string

@description('The Log Analytics workspace that telemetry goes to.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspaceId, name, 'workbook')
  location: location
  kind: 'shared'
  properties: {
    displayName: 'NewsWatch'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('workbook.json')
    version: 'Notebook/1.0'
  }
}
