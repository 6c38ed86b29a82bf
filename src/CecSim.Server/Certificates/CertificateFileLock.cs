using System.Security.Cryptography;

namespace CecSim.Server.Certificates;

/// <summary>
/// One at a time may look into a folder and make what it lacks, across processes: the second finds what the first made.
/// The operating system gives the turn on when a process dies, which no lock file does.
/// </summary>
internal sealed class CertificateFileLock : IDisposable
{
    private readonly Mutex? _mutex;

    private CertificateFileLock(Mutex? mutex) => _mutex = mutex;

    /// <param name="untaken">Why there was no turn to take, on a machine that cannot share one; else null.</param>
    public static CertificateFileLock Take(string folder, out string? untaken)
    {
        untaken = null;
        Mutex? mutex = null;
        try
        {
            var name = "cecsim-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(folder)), 0, 16);
            mutex = new Mutex(name, new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = false });
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The one before died in the middle. Files are renamed into place, so there is nothing to clean up.
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            mutex?.Dispose();
            mutex = null;
            untaken = $"Two first starts at once on {folder} may not agree on one authority ({refused.Message})";
        }

        return new CertificateFileLock(mutex);
    }

    public void Dispose()
    {
        _mutex?.ReleaseMutex();
        _mutex?.Dispose();
    }
}
