using System.Security.Cryptography.X509Certificates;
using CecSim.Server.Certificates;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>An enterprise's own CA, and the files that it could hand in.</summary>
internal sealed class CertificatesOfAnEnterprise : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cecsim-enterprise-");

    public CertificatesOfAnEnterprise() => Authority = LocalAuthority.Open(_folder.FullName, TimeProvider.System);

    public LocalAuthority Authority { get; }

    public string Write(string kind)
    {
        var path = Path.Combine(_folder.FullName, "handed-in");
        File.WriteAllBytes(path, kind switch
        {
            "pem" => System.Text.Encoding.ASCII.GetBytes(Authority.ExportPem()),
            "cer" => Authority.ExportCer(),
            _ => Authority.ServerCertificate.Export(X509ContentType.Cert),
        });
        return path;
    }

    public void Dispose()
    {
        Authority.Dispose();
        _folder.Delete(recursive: true);
    }
}
