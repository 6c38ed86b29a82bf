using System.Net.Sockets;
using System.Text;

namespace CecSim.Cli.Tests.Machine;

/// <summary>More connections than a process may have files open.</summary>
public sealed class OpenFilesTests
{
    private const int FilesMax = 1_000;

    [Fact]
    public async Task A_burst_of_more_connections_than_there_may_be_files_is_outlived_and_warned_of()
    {
        await using var server = await CecSimProcess.ServeInAsync(
            new Surroundings($"ulimit -n {FilesMax}"), [.. CecSimProcess.FreePorts, "--sip-port", "0"]);
        var clients = new List<Socket>();
        try
        {
            for (var i = 0; i < 2 * FilesMax; i++)
            {
                clients.Add(await OpenAsync(server.Address));
            }
        }
        finally
        {
            clients.ForEach(c => c.Dispose());
        }

        await server.ReadToAsync("The server has 500 connections, and no room for more: each is an open file");
        await Eventually.IsTrueAsync("there is room again", async () =>
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(
                new Uri(server.Address, "/_cecsim/spaces"), TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        });
    }

    private static async Task<Socket> OpenAsync(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        try
        {
            await socket.SendAsync(
                Encoding.ASCII.GetBytes("GET /_cecsim/spaces HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"),
                TestContext.Current.CancellationToken);
        }
        catch (SocketException error) when (
            error.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            // It was refused before it had said anything.
        }

        return socket;
    }
}
