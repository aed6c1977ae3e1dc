using NewsWatch.Storage;

namespace NewsWatch.Cli.Hosting;

/// <summary>The data folder, held by one running pipeline at a time.</summary>
internal static class PipelineLock
{
    /// <summary>Makes the folder if missing and holds it until the result is disposed; the system lets go of it when the process dies.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be written.</exception>
    /// <exception cref="UsageException">Another process holds it.</exception>
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
            throw new StorageUnavailableException($"The data folder {folder} cannot be written ({failure.Message}). Choose another with --data.", failure);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new UsageException($"Another newswatch works in {folder}. Stop it, or choose another folder with --data.");
        }
        catch (IOException failure)
        {
            throw new StorageUnavailableException($"The data folder {folder} cannot be made ({failure.Message}). Choose another with --data.", failure);
        }
    }
}
