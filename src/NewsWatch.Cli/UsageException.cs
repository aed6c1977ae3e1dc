namespace NewsWatch.Cli;

/// <summary>What was asked cannot be done as asked; the message is one line that names the file, key or address and what to do.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
