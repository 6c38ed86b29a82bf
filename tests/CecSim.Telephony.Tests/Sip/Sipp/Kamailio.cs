using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CecSim.Telephony.Tests.Sip.Sipp;

/// <summary>A proxy that was not written here, with the configuration of docs/behind-a-proxy.md.</summary>
internal sealed partial class Kamailio : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Kamailio(Process process, DirectoryInfo folder, IPEndPoint address) =>
        (_process, _folder, Address) = (process, folder, address);

    public IPEndPoint Address { get; }

    /// <param name="behind">Where CecSim is.</param>
    public static async Task<Kamailio> StartAsync(IPEndPoint behind)
    {
        var folder = Directory.CreateTempSubdirectory("kamailio-");
        var address = new IPEndPoint(IPAddress.Loopback, FreePort.OfUdp());
        var page = await File.ReadAllTextAsync(Checkout.PathOf("docs", "behind-a-proxy.md"));
        var configuration = Block().Match(page).Groups[1].Value
            .Replace("5070", $"{address.Port}", StringComparison.Ordinal)
            .Replace("5060", $"{behind.Port}", StringComparison.Ordinal);
        var file = Path.Combine(folder.FullName, "kamailio.cfg");
        await File.WriteAllTextAsync(file, configuration);
        string[] arguments =
        [
            "-f", file, "-DD", "-E", "-m", "32", "-M", "4", "-w", folder.FullName, "-Y", folder.FullName,
            "-P", Path.Combine(folder.FullName, "kamailio.pid"),
        ];
        var kamailio = new Kamailio(Start(new ProcessStartInfo("kamailio", arguments)), folder, address);
        await kamailio.AnswersAsync();
        return kamailio;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    // Without a hop to go it answers itself.
    private async Task AnswersAsync()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var request = Encoding.UTF8.GetBytes(
            "OPTIONS sip:a@cec.test SIP/2.0\r\n" +
            $"Via: SIP/2.0/UDP {probe.Client.LocalEndPoint};branch=z9hG4bK-up;rport\r\nMax-Forwards: 0\r\n" +
            "From: <sip:a@cec.test>;tag=1\r\nTo: <sip:a@cec.test>\r\nCall-ID: up\r\nCSeq: 1 OPTIONS\r\n" +
            "Content-Length: 0\r\n\r\n");
        await Eventually.IsTrueAsync("Kamailio answers", () =>
        {
            Assert.False(_process.HasExited, "Kamailio has ended: its log stands above.");
            if (probe.Available == 0)
            {
                probe.Client.SendTo(request, Address);
            }

            return probe.Available > 0;
        });
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                "kamailio is missing. The Debian package kamailio brings it, and test.sh installs it.", missing);
        }
    }

    [GeneratedRegex("```text\n(#!KAMAILIO.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
