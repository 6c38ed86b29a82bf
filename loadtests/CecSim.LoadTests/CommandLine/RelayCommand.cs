using System.CommandLine;
using CecSim.LoadTests.Relays;

namespace CecSim.LoadTests.CommandLine;

/// <summary><c>cecsim-load relay</c>: what the profiles of bridged calls start.</summary>
internal static class RelayCommand
{
    public const string Name = "relay";

    private static readonly Argument<int> Port = new("PORT") { Description = "Where it is told of calls." };

    public static Command Create()
    {
        var command = new Command(Name, "The media of the gateway, for the profiles of bridged calls.")
        {
            Port,
        };
        command.Hidden = true;
        command.SetAction(async (parsed, ends) =>
        {
            await using var relay = new GatewayRelay();
            using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, parsed.GetValue(Port)));
            await relay.RunAsync(socket, ends);
            return 0;
        });
        return command;
    }
}
