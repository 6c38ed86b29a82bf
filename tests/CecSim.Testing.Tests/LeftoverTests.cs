using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace CecSim.Testing.Tests;

/// <summary>What simulators leave behind in a process that starts many.</summary>
[Collection(nameof(Alone))]
public sealed class LeftoverTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_simulators_leave_no_port_thread_or_timer_behind()
    {
        var ports = new List<int>();
        await StartAndEndAsync(5, ports);
        var threadsBefore = Threads();
        var timersBefore = Timer.ActiveCount;

        var gone = await StartAndEndAsync(50, ports);

        // Some that were free may be somebody else's by now, and the pool comes and goes by some threads of its own;
        // one left by each start would be fifty.
        Assert.InRange(ports.Count(IsTaken), 0, 10);
        Assert.InRange(Threads() - threadsBefore, int.MinValue, 20);
        Assert.InRange(Timer.ActiveCount - timersBefore, long.MinValue, 10);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(gone.Count(g => g.IsAlive), 0, 2);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<IReadOnlyList<WeakReference>> StartAndEndAsync(int count, List<int> ports)
    {
        var gone = new List<WeakReference>();
        for (var i = 0; i < count; i++)
        {
            await using var cec = await CecSimulator.StartAsync(
                new CecSimulatorOptions { Clock = CecSim.Control.Contracts.StartClock.Running }, TestEnds);
            using var customer = await Customer.SignInAsync(cec.Space);
            await customer.CreateAsync();
            ports.Add(cec.Address.Port);
            gone.Add(new WeakReference(cec));
        }

        return gone;
    }

    private static int Threads()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    private static bool IsTaken(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }
}
