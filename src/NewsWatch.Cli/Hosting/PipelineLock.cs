using NewsWatch.Storage;

namespace NewsWatch.Cli.Hosting;

/// <summary>The data folder, held by one running pipeline at a time.</summary>
internal static class PipelineLock
{
    /// <summary>True where a running pipeline holds the folder; nothing is made.</summary>
    public static bool IsHeld(string folder)
    {
        try
        {
            using var hold = new FileStream(Path.Combine(folder, "pipeline.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException failure)
        {
            return failure is not (FileNotFoundException or DirectoryNotFoundException);
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's: whether it is held cannot be seen from here.
            return false;
        }
    }

    /// <summary>
    /// Makes the folder if missing and holds it until the result is disposed; the system lets go of it when the process dies.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It cannot be written.</exception>
    /// <exception cref="FailureException">Another process holds it.</exception>
    public static IDisposable Hold(string folder)
    {
        var file = Path.Combine(folder, "pipeline.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StorageUnavailableException(
                $"The data folder {folder} cannot be written ({failure.Message}). Choose another with --data.", failure);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new FailureException($"Another newswatch works in {folder}. Stop it, or choose another folder with --data.");
        }
        catch (IOException failure)
        {
            throw new StorageUnavailableException(
                $"The data folder {folder} cannot be made ({failure.Message}). Choose another with --data.", failure);
        }
    }
}
