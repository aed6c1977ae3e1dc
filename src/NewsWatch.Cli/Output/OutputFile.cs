namespace NewsWatch.Cli.Output;

/// <summary>A file that a command writes, whole or not at all; <c>-</c> or nothing is standard output.</summary>
internal static class OutputFile
{
    /// <summary>Stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>True for a file of its own.</summary>
    public static bool IsFile(string? name) => name is not (null or StandardOutput);

    /// <summary>Writes by <paramref name="write"/>: a draft beside the file first, so that nothing half-written takes its place.</summary>
    /// <exception cref="FailureException">It cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string? name, Func<Stream, Task<T>> write)
    {
        if (!IsFile(name))
        {
            await using var output = Console.OpenStandardOutput();
            return await write(output);
        }
        var file = Path.GetFullPath(name!);
        var draft = file + ".part";
        try
        {
            T result;
            await using (var output = File.Create(draft))
                result = await write(output);
            File.Move(draft, file, overwrite: true);
            return result;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(
                $"{file} cannot be written ({failure.Message.TrimEnd('.')}). Name a file in a folder you can write to.", failure);
        }
        finally
        {
            if (File.Exists(draft))
                File.Delete(draft);
        }
    }

    /// <summary>Writes by <paramref name="write"/>.</summary>
    /// <exception cref="FailureException">It cannot be written.</exception>
    public static Task WriteAsync(string? name, Func<Stream, Task> write) => WriteAsync(name, async output =>
    {
        await write(output);
        return true;
    });
}
