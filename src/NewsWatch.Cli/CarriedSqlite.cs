using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using SQLitePCL;

namespace NewsWatch.Cli;

/// <summary>
/// SQLite where the program is one native file: it carries the library as a resource, and has the system load it from memory, so that nothing is
/// unpacked. Elsewhere there is no such resource, and the library lies where .NET looks for it.
/// </summary>
internal static partial class CarriedSqlite
{
    private const string Resource = "libe_sqlite3.so";
    private const string Library = "e_sqlite3";
    private const uint CloseOnExec = 1;

    /// <summary>Has SQLite looked for in the program first. Nothing is loaded before it is used.</summary>
    public static void Offer()
    {
        if (typeof(CarriedSqlite).Assembly.GetManifestResourceInfo(Resource) is not null)
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Load);
    }

    /// <exception cref="Win32Exception">The system gives no file in memory.</exception>
    private static nint Load(string name, Assembly assembly, DllImportSearchPath? paths)
    {
        if (name != Library)
            return 0;
        var created = CreateInMemory(Library, CloseOnExec);
        if (created < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        using var carried = typeof(CarriedSqlite).Assembly.GetManifestResourceStream(Resource)!;
        using var file = new FileStream(new SafeFileHandle(created, ownsHandle: true), FileAccess.Write, bufferSize: 0);
        carried.CopyTo(file);
        return NativeLibrary.Load(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{created}"));
    }

    // https://man7.org/linux/man-pages/man2/memfd_create.2.html
    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CreateInMemory(string name, uint flags);
}
