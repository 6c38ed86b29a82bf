using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.Certificates;

/// <summary>A certificate and its private key in one PEM file, so that they cannot come apart.</summary>
internal sealed class CertificateFile(string path)
{
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
        var text = $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
        PrivateFile.Write(path, Encoding.ASCII.GetBytes(text), PrivateFile.OwnerOnly);
    }
}
