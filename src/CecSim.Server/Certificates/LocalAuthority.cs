using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.Certificates;

/// <summary>
/// A certificate authority of this machine's own, and the server's certificate below it. A client that is told to trust
/// the authority once trusts every later server certificate, so the authority is kept and the rest is renewed at will.
/// </summary>
public sealed class LocalAuthority : IDisposable
{
    private readonly string _folder;
    private readonly string _hostName;
    private readonly DateTimeOffset _now;
    private readonly List<string> _warnings = [];
    private readonly ServerNames _names;
    private readonly bool _isOwn;
    private bool _isWritable;

    private LocalAuthority(string folder, string hostName, DateTimeOffset now)
    {
        (_folder, _hostName, _now) = (folder, hostName, now);
        _names = ServerNames.For(hostName);
        _isOwn = _isWritable = CertificateFolder.IsOwn(folder);
        Warn(!_isOwn ? $"{folder} may be another user's; this run's certificates end with it."
            : folder == CertificateFolder.Temporary ? $"Found no better place for certificates than {folder}."
            : null);
        using (CertificateFileLock.Take(folder, out var untaken))
        {
            Warn(untaken);
            if (untaken is null)
            {
                // Nobody else is at it, so what is not finished never will be.
                Keep(() => CertificateFolder.DeleteUnfinished(_folder));
            }

            AuthorityCertificate = ReadAuthority() ?? NewAuthority();
            KeepCopyForClients();
            ServerCertificate = Usable(ReadServer() ?? NewServer());
        }
    }

    /// <summary>
    /// Where the authority lives unless told otherwise: where <c>CECSIM_DATA</c> says, else in the user's own data.
    /// </summary>
    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    public static string FolderOf(Func<string, string?> variable) => CertificateFolder.Of(variable);

    /// <summary>The certificate of the authority in a folder, without its key, to be handed to clients.</summary>
    public static string FileForClientsIn(string folder) =>
        Path.Combine(folder, CertificateFolder.AuthorityForClients);

    /// <returns>Null where the folder has no authority.</returns>
    public static X509Certificate2? ReadForClients(string folder) => File.Exists(FileForClientsIn(folder))
        ? X509CertificateLoader.LoadCertificateFromFile(FileForClientsIn(folder))
        : null;

    public X509Certificate2 AuthorityCertificate { get; }

    /// <summary>With its private key, fit for Kestrel on every operating system.</summary>
    public X509Certificate2 ServerCertificate { get; }

    /// <summary>Whether the next run will find the same authority.</summary>
    public bool IsKept => _isWritable;

    /// <summary>What was replaced or could not be kept. The user may have to trust a new authority.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <param name="folder">Made if it is not there. If it cannot be written, nothing outlives this run.</param>
    /// <param name="clock">Tells which certificates have had their time.</param>
    /// <param name="hostName">The name that other machines have for this one; null asks the operating system.</param>
    public static LocalAuthority Open(string folder, TimeProvider clock, string? hostName = null) =>
        new(Path.GetFullPath(folder), hostName ?? Dns.GetHostName(), clock.GetUtcNow());

    /// <summary>The authority's certificate, as OpenSSL, curl and Node.js take it.</summary>
    public string ExportPem() => AuthorityCertificate.ExportCertificatePem() + "\n";

    /// <summary>The authority's certificate, as Windows and Android take it.</summary>
    public byte[] ExportCer() => AuthorityCertificate.RawData;

    /// <summary>The server's certificate and key with the authority's certificate.</summary>
    public byte[] ExportPfx(string password)
    {
        using var authority = X509CertificateLoader.LoadCertificate(AuthorityCertificate.RawData);
        return new X509Certificate2Collection { ServerCertificate, authority }.Export(X509ContentType.Pfx, password)!;
    }

    public void Dispose()
    {
        AuthorityCertificate.Dispose();
        ServerCertificate.Dispose();
    }

    private ServerNames OwnNames => _names.Within(AuthorityCertificate);

    private CertificateFile AuthorityFile => new(Path.Combine(_folder, CertificateFolder.AuthorityKey));

    private CertificateFile ServerFile => new(Path.Combine(_folder, CertificateFolder.ServerKey));

    private X509Certificate2? ReadAuthority()
    {
        const string consequence = "; a new authority takes its place, which clients have to be told to trust.";
        string? unusable = null;
        var found = _isOwn ? AuthorityFile.Read(out unusable) : null;
        if (found is not null && !CertificateCheck.IsAuthority(found))
        {
            unusable = $"{_folder}: {CertificateFolder.AuthorityKey} holds no certificate authority";
        }
        else if (found is not null && CertificateCheck.NearsItsEnd(found, _now))
        {
            unusable = $"The authority in {_folder} ends on {found.NotAfter.ToUniversalTime():yyyy-MM-dd}";
        }
        else if (found is not null && !CertificateCheck.IsBoundToNames(found))
        {
            unusable = $"The authority in {_folder}, of an earlier version, may vouch for any name: trust it no longer";
        }

        Warn(unusable is null ? null : unusable + consequence);
        return unusable is null ? found : Discard(found);
    }

    private X509Certificate2? ReadServer()
    {
        string? unusable = null;
        var found = _isOwn ? ServerFile.Read(out unusable) : null;
        Warn(unusable is null ? null : unusable + "; a new one takes its place.");
        Warn(OwnNames.Dns.Count == _names.Dns.Count
            ? null
            : $"The authority in {_folder} is of the time when this machine had another name, and not good for " +
                $"{_hostName}: delete {CertificateFolder.AuthorityKey} there for one that is, and trust that.");
        return found is not null
            && !CertificateCheck.NearsItsEnd(found, _now)
            && CertificateCheck.IsServerOf(AuthorityCertificate, OwnNames, found)
                ? found
                : Discard(found);
    }

    private X509Certificate2 NewAuthority()
    {
        var made = CertificateIssuer.MakeAuthority(_hostName, _names, _now);
        Keep(() =>
        {
            PrivateFile.CreateFolder(_folder);
            AuthorityFile.Write(made);
        });
        return made;
    }

    // The truth is in the file with the key. This one is for whoever wants to trust the authority and nothing more.
    private void KeepCopyForClients()
    {
        var copy = FileForClientsIn(_folder);
        Keep(() =>
        {
            if (!File.Exists(copy) || File.ReadAllText(copy) != ExportPem())
            {
                PrivateFile.Write(copy, Encoding.ASCII.GetBytes(ExportPem()), PrivateFile.ReadableByAll);
            }
        });
    }

    private X509Certificate2 NewServer()
    {
        var made = CertificateIssuer.IssueServer(AuthorityCertificate, OwnNames, _now);
        Keep(() => ServerFile.Write(made));
        return made;
    }

    private void Keep(Action write)
    {
        try
        {
            if (_isWritable)
            {
                write();
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _isWritable = false;
            Warn($"{_folder} cannot be written ({refused.Message}); this run's certificates end with it.");
        }
    }

    private static X509Certificate2? Discard(X509Certificate2? certificate)
    {
        certificate?.Dispose();
        return null;
    }

    // TLS on Windows refuses a key that lives in memory only; a key that came out of a PFX it takes everywhere.
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(
                certificate.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
        }
    }

    private void Warn(string? warning)
    {
        if (warning is not null)
        {
            _warnings.Add(warning);
        }
    }
}
