using System.CommandLine;
using System.CommandLine.Parsing;
using NewsWatch.SettingsCheck;

namespace NewsWatch.Cli.Usage;

/// <summary>What is wrong with a command line, in one line with the nearest right word.</summary>
internal static class Refusal
{
    /// <summary>The first fault; null where the line can be run.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="args">As it was typed.</param>
    public static string? Of(ParseResult parsed, IReadOnlyList<string> args)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var stranger, ..])
            return Stranger(command, stranger);
        // A misspelt option is taken for an argument where the verb has any: "--wy article.txt".
        if (!args.Contains("--") && OptionAmongArguments(parsed) is { } misspelt)
            return Stranger(command, misspelt);
        return parsed.Errors is [var error, ..] ? Say(command, error) : null;
    }

    private static string Stranger(Command command, string word)
    {
        var path = HelpWithExamples.PathOf(command);
        if (word.StartsWith('-') && word.Length > 1)
            return $"{path} has no option {word}{Hint(word, Options(command))} {path} --help lists them.";
        if (command.Subcommands.Count > 0)
            return $"{path} has no verb '{word}'{Hint(word, Verbs(command))} {path} --help lists them.";
        return $"{path} takes no '{word}'{(command.Arguments.Count > 0 ? " beside what it has" : "")}. {path} --help says what it takes.";
    }

    /// <summary>The end of a sentence: a question where a word is near, else a full stop.</summary>
    public static string Hint(string word, IEnumerable<string> words) => NearestWord.Hint(word, words) is { Length: > 0 } hint ? hint : ".";

    private static string Say(Command command, ParseError error)
    {
        var path = HelpWithExamples.PathOf(command);
        var message = error.SymbolResult switch
        {
            OptionResult { Tokens: [var token], Option: var option } when IsOfType(error)
                => $"{option.Name} takes {Kind(option.ValueType)}, not '{token.Value}'.",
            OptionResult { Tokens.Count: 0, Option: var option } when !error.Message.Contains("is required", StringComparison.Ordinal)
                => $"{option.Name} needs a value.",
            ArgumentResult { Tokens: [var token], Argument: var argument } when IsOfType(error)
                => $"{Placeholder(argument)} is {Kind(argument.ValueType)}, not '{token.Value}'.",
            _ when command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0) is { } argument
                && error.Message.Contains("missing for", StringComparison.Ordinal) => $"{path} needs {Placeholder(argument)}.",
            _ when command.Options.FirstOrDefault(
                option => option.Required && error.Message.Contains($"'{option.Name}'", StringComparison.Ordinal)) is { } option
                => $"{path} needs {option.Name}{(option.HelpName is { } name ? $" {name}" : "")}.",
            _ => error.Message,
        };
        return $"{message} {path} --help says more.";
    }

    private static bool IsOfType(ParseError error) => error.Message.Contains("as expected type", StringComparison.Ordinal);

    private static string Placeholder(Argument argument) => argument.HelpName ?? argument.Name.ToUpperInvariant();

    private static string Kind(Type type)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        if (kind.IsEnum)
            return string.Join(", ", Enum.GetNames(kind).Select(name => name.ToLowerInvariant()));
        return kind == typeof(int) ? "a whole number" : $"a {kind.Name.ToLowerInvariant()}";
    }

    private static string? OptionAmongArguments(ParseResult parsed)
        => parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)
            .FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal) && value.Length > 2);

    private static IEnumerable<string> Options(Command command)
        => command.Options.Concat(
            command.Parents.OfType<Command>().SelectMany(Inherited)).Where(option => !option.Hidden).Select(option => option.Name);

    private static IEnumerable<Option> Inherited(Command command)
        => command.Options.Where(option => option.Recursive).Concat(command.Parents.OfType<Command>().SelectMany(Inherited));

    private static IEnumerable<string> Verbs(Command command)
        => command.Subcommands.Where(one => !one.Hidden).SelectMany(one => one.Aliases.Append(one.Name));
}
