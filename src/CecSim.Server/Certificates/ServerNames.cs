using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.Certificates;

/// <summary>The names and addresses that the server's certificate is good for.</summary>
internal sealed record ServerNames(IReadOnlyList<string> Dns, IReadOnlyList<IPAddress> Addresses)
{
    public static ServerNames For(string hostName)
    {
        string[] dns = ["localhost", hostName];
        return new(
            [.. dns.Where(IsDnsName).Distinct(StringComparer.OrdinalIgnoreCase)],
            [IPAddress.Loopback, IPAddress.IPv6Loopback]);
    }

    /// <summary>Those of them that an authority may vouch for.</summary>
    public ServerNames Within(X509Certificate2 authority) => NameConstraints.DnsOf(authority) is { } permitted
        ? this with { Dns = [.. Dns.Where(name => permitted.Any(p => IsBelow(name, p)))] }
        : this;

    public X509Extension ToExtension()
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in Dns)
        {
            names.AddDnsName(name);
        }

        foreach (var address in Addresses)
        {
            names.AddIpAddress(address);
        }

        return names.Build();
    }

    public bool AreThoseOf(X509Certificate2 certificate)
    {
        var found = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SingleOrDefault();
        return found is not null
            && found.EnumerateDnsNames().ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(Dns)
            && found.EnumerateIPAddresses().ToHashSet().SetEquals(Addresses);
    }

    private static bool IsBelow(string name, string permitted) =>
        name.Equals(permitted, StringComparison.OrdinalIgnoreCase)
        || name.EndsWith($".{permitted}", StringComparison.OrdinalIgnoreCase);

    // A machine may bear a name that no certificate can: it then goes without, rather than the server without TLS.
    private static bool IsDnsName(string name) =>
        Uri.CheckHostName(name) == UriHostNameType.Dns && name.All(char.IsAscii);
}
