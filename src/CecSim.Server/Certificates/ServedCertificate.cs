using System.Security.Cryptography.X509Certificates;
using CecSim.Guarding;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Certificates;

/// <summary>
/// The certificate for HTTPS and for SIP over TLS, made or read beside the start instead of before it: a client that
/// comes over HTTP, the usual first one, does not wait for cryptography.
/// </summary>
internal sealed partial class ServedCertificate : IHostedService, IAsyncDisposable
{
    private readonly Lazy<LocalAuthority> _authority;
    private readonly Guard _guard;
    private readonly bool _isNeeded;
    private Task _opening = Task.CompletedTask;

    public ServedCertificate(CecSimArgs args, TimeProvider clock, Guard guard, ILogger<ServedCertificate> log)
    {
        _guard = guard;
        _isNeeded = args.ServesHttps || args.SipTlsPort is not null;
        _authority = new Lazy<LocalAuthority>(() => Open(args, clock, log));
    }

    public X509Certificate2 Value => _authority.Value.ServerCertificate;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_isNeeded)
        {
            _opening = _guard.RunOnPoolAsync("certificate", () => _authority.Value.ToString());
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _opening.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // A server that ends as soon as it began must not leave somebody who writes behind.
        await _opening;
        if (_authority.IsValueCreated)
        {
            _authority.Value.Dispose();
        }
    }

    private static LocalAuthority Open(CecSimArgs args, TimeProvider clock, ILogger log)
    {
        var authority = LocalAuthority.Open(
            args.CertificateFolder ?? LocalAuthority.FolderOf(Environment.GetEnvironmentVariable), clock);
        foreach (var warning in authority.Warnings)
        {
            LogWarning(log, warning);
        }

        return authority;
    }

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private static partial void LogWarning(ILogger log, string warning);
}
