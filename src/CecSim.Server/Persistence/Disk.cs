using CecSim.Server.Certificates;
using Microsoft.Win32.SafeHandles;

namespace CecSim.Server.Persistence;

/// <summary>What a disk does for logs, and may fail to do.</summary>
internal class Disk
{
    /// <exception cref="IOException">It was not written, or by half.</exception>
    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long at) =>
        RandomAccess.Write(file, bytes, at);

    /// <summary>Whatever was written to it outlives a power cut from now on.</summary>
    /// <exception cref="IOException">It may not.</exception>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <summary>Makes a file that takes so much room, whatever will stand in it.</summary>
    /// <exception cref="IOException">There is no such room.</exception>
    public virtual void Reserve(string path, long bytesCount)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            PreallocationSize = bytesCount,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile.OwnerOnly;
        }

        using var reserve = new FileStream(path, options);
        reserve.SetLength(bytesCount);
    }
}
