using System.ComponentModel;

namespace CecSim.LoadTests.Relays;

/// <summary>What carries calls between two sides, as a process.</summary>
internal sealed class RelayProcess(ServerProcess process, NgClient control) : IAsyncDisposable
{
    public const string RtpEngine = "rtpengine";

    public NgClient Control => control;

    public TimeSpan ProcessorTime => process.ProcessorTime;

    /// <summary>The gateway's own media, in a process of their own.</summary>
    public static Task<RelayProcess> StartGatewayAsync(CancellationToken ends)
    {
        var port = FreePort();
        return StartAsync("dotnet", [typeof(RelayProcess).Assembly.Location, RelayCommand.Name, $"{port}"], port, ends);
    }

    /// <summary>rtpengine without its module for the kernel; null where it is not installed.</summary>
    public static async Task<RelayProcess?> StartRtpEngineAsync(CancellationToken ends)
    {
        var port = FreePort();
        try
        {
            string[] arguments =
            [
                "--table=-1", "--interface=127.0.0.1", $"--listen-ng=127.0.0.1:{port}", "--foreground", "--log-stderr",
                "--log-level=2", "--port-min=20000", "--port-max=32000", "--pidfile=rtpengine.pid",
            ];
            return await StartAsync(RtpEngine, arguments, port, ends);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        control.Dispose();
        await process.DisposeAsync();
    }

    private static async Task<RelayProcess> StartAsync(
        string file, string[] arguments, int port, CancellationToken ends)
    {
        var control = new NgClient(port);
        var process = await ServerProcess.StartAsync(
            file,
            arguments,
            async (_, limit) => await control.AskAsync(new() { ["command"] = "ping" }, limit),
            ends);
        return new RelayProcess(process, control);
    }

    private static int FreePort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
    }
}
