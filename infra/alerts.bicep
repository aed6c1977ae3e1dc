metadata description = 'What someone is woken for; docs/operations.md says what to do at each.'

param name string

param location string

param workspaceId string

@description('The pipeline\'s queues.')
param queueNames string[]

@description('Mail addresses that are told.')
param emails string[]

@description('How long no poll may have succeeded.')
param pollWindow string

@description('Share of polled feeds that may fail, in percent.')
param failingFeedsPercent int

@description('A month, in the currency of the account; 0 for none.')
param monthlyBudget int

@description('First day of the budget\'s first month.')
param budgetStart string

var poisonQueues = join(map(queueNames, queue => '"${queue}-poison"'), ', ')

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'NewsWatch'
    emailReceivers: [
      for (email, index) in emails: {
        name: 'operator-${index}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

// The tables come with the first record in them: a rule made before that cannot be checked against them.
resource noPoll 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-no-poll'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: 'NewsWatch: no poll'
    description: 'No run of PollFeeds has succeeded: nothing new is found.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT10M'
    windowSize: pollWindow
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where Name has "PollFeeds" or OperationName has "PollFeeds" | where Success'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [group.id]
    }
  }
}

resource poison 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-poison'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: 'NewsWatch: poison'
    description: 'Messages that could not be handled in all their tries lie with those given up.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "newswatch.queue.messages" | extend Queue = tostring(Properties["messaging.destination.name"]) | where Queue in (${poisonQueues}) and Max > 0'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            { name: 'Queue', operator: 'Include', values: ['*'] }
          ]
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [group.id]
    }
  }
}

resource failingFeeds 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-failing-feeds'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: 'NewsWatch: failing feeds'
    description: 'More feeds fail than the single site that is down.'
    severity: 3
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT30M'
    windowSize: 'PT2H'
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where Message startswith "Polled " | parse Message with "Polled " Polled:long " of " * " feeds, " Failed:long " failed" * | summarize Polled = sum(Polled), Failed = sum(Failed) | where Polled >= 5 | project Percent = 100.0 * Failed / Polled'
          timeAggregation: 'Maximum'
          metricMeasureColumn: 'Percent'
          operator: 'GreaterThan'
          threshold: failingFeedsPercent
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [group.id]
    }
  }
}

resource failedRuns 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-failed-runs'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: 'NewsWatch: failed runs'
    description: 'A function fails again and again.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where not(Success) and Name !startswith "process " | extend Function = OperationName'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 20
          dimensions: [
            { name: 'Function', operator: 'Include', values: ['*'] }
          ]
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [group.id]
    }
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = if (monthlyBudget > 0) {
  name: name
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: budgetStart
    }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
        contactGroups: [group.id]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
        contactGroups: [group.id]
      }
    }
  }
}
