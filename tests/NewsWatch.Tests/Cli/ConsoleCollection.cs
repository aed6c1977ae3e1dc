namespace NewsWatch.Tests.Cli;

/// <summary>Tests that capture the console, which the process has one of: not beside each other.</summary>
[CollectionDefinition(nameof(ConsoleCollection), DisableParallelization = true)]
public sealed class ConsoleCollection;
