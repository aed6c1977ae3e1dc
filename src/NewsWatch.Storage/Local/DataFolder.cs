using Microsoft.Data.Sqlite;

namespace NewsWatch.Storage.Local;

/// <summary>The folder everything local is in, and what is said where it cannot be used.</summary>
/// <param name="path">Its path, made absolute.</param>
internal sealed class DataFolder(string path)
{
    private readonly string path = System.IO.Path.GetFullPath(path);

    /// <summary>Path of something in the folder.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(path, name);

    /// <summary>Makes a folder in the folder, and sees that it can be written.</summary>
    /// <exception cref="StorageUnavailableException">It cannot.</exception>
    public string Ensure(string name)
    {
        try
        {
            var folder = Directory.CreateDirectory(PathOf(name)).FullName;
            using var probe = File.OpenHandle(
                PathOf(".probe"),
                FileMode.OpenOrCreate,
                FileAccess.Write,
                FileShare.ReadWrite | FileShare.Delete,
                FileOptions.DeleteOnClose);
            return folder;
        }
        catch (Exception failure) when (IsOfStore(failure))
        {
            throw Unavailable(failure);
        }
    }

    /// <summary>Does something with the folder's files.</summary>
    /// <exception cref="StorageUnavailableException">The system or the data base refused.</exception>
    public async Task<T> GuardAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception failure) when (IsOfStore(failure))
        {
            throw Unavailable(failure);
        }
    }

    private static bool IsOfStore(Exception failure) => failure is IOException or UnauthorizedAccessException or SqliteException;

    private StorageUnavailableException Unavailable(Exception failure)
        => new($"The data folder {path} cannot be used ({failure.Message.ReplaceLineEndings(" ")}). See that it can be written, or name another.", failure);
}
