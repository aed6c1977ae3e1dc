namespace NewsWatch.Cli;

/// <summary>What was asked rightly could not be done; the message is one line that says what, where and what to do. Exit code 1.</summary>
internal sealed class FailureException(string message, Exception? inner = null) : Exception(message, inner);
