namespace NewsWatch.Cli;

/// <summary>
/// The command line or a setting asks for what cannot be; the message is one line that names the option or key and what to do. Exit code 2.
/// </summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
