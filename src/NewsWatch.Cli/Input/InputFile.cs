using System.Buffers;

namespace NewsWatch.Cli.Input;

/// <summary>A file that a command reads; <c>-</c> is standard input. The one place that refuses what is missing, empty or binary.</summary>
internal static class InputFile
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>As far as <c>git</c> looks for a NUL, which no text has.</summary>
    private const int Looked = 8000;

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n\f"u8);

    /// <summary>What a file is called in messages.</summary>
    public static string NameOf(string file) => file == StandardInput ? "standard input" : file;

    /// <summary>Its bytes.</summary>
    /// <exception cref="FailureException">It is missing, cannot be read, or holds nothing or nothing that is text.</exception>
    public static async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        var content = file == StandardInput ? await ReadStandardInputAsync(cancellation) : await ReadFileAsync(file, cancellation);
        if (content.AsSpan().IndexOfAnyExcept(Blank) < 0)
            throw new FailureException($"{NameOf(file)} is empty: there is nothing to read.");
        return IsBinary(content)
            ? throw new FailureException($"{NameOf(file)} is binary, neither text nor page nor PDF. Give a text, a page or an address.")
            : content;
    }

    private static async Task<byte[]> ReadFileAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FailureException($"{file} is neither a file nor an http address.", failure);
        }
        catch (Exception) when (Directory.Exists(file))
        {
            throw new FailureException($"{file} is a folder: name its files.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"{file} cannot be read ({failure.Message.TrimEnd('.')}).", failure);
        }
    }

    private static async Task<byte[]> ReadStandardInputAsync(CancellationToken cancellation)
    {
        if (!Console.IsInputRedirected)
            await Console.Error.WriteLineAsync("newswatch: reading from the terminal; Ctrl+D ends it.");
        using var content = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    /// <summary>A NUL near the beginning, but in no PDF and no UTF-16 or UTF-32, which say so by their first bytes.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> content)
        => content[..Math.Min(Looked, content.Length)].Contains((byte)0)
            && !content.StartsWith("%PDF-"u8) && !content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            && !content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) && !content.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]);
}
