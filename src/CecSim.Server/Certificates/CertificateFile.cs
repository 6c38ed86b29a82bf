using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.Certificates;

/// <summary>A certificate and its private key in one PEM file, so that they cannot come apart.</summary>
internal sealed class CertificateFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="unusable">Why there is nothing to return although the file is there; else null.</param>
    public X509Certificate2? Read(out string? unusable)
    {
        unusable = null;
        try
        {
            var pem = File.ReadAllText(path);
            return X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception broken)
            when (broken is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            unusable = $"{path} cannot be used ({broken.Message})";
            return null;
        }
    }

    public void Write(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        Write(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", OwnerOnly);
    }

    /// <summary>Whoever reads the file sees the old text or the new one, never half of it.</summary>
    public static void Write(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        var unfinished = $"{path}.{Environment.ProcessId}-{Path.GetRandomFileName()}";
        try
        {
            using (var writer = new StreamWriter(unfinished, options))
            {
                writer.Write(text);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
