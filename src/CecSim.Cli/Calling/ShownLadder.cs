using CecSim.Cli.Calling.Phoning;
using CecSim.Cli.Trying;
using CecSim.Telephony.Calling;

namespace CecSim.Cli.Calling;

/// <summary>What happened so far, and for people at once on the terminal.</summary>
internal sealed class ShownLadder(bool isQuiet)
{
    private readonly Lock _gate = new();
    private readonly List<Rung> _rungs = [];
    private readonly List<CallStep> _steps = [];

    /// <summary>The requests, in the order in which they were answered.</summary>
    public IReadOnlyList<Rung> Rungs
    {
        get
        {
            lock (_gate)
            {
                return [.. _rungs];
            }
        }
    }

    /// <summary>The steps of the call at the gateway, in the order in which they ended.</summary>
    public IReadOnlyList<CallStep> Steps
    {
        get
        {
            lock (_gate)
            {
                return [.. _steps];
            }
        }
    }

    public void Tell(Rung rung)
    {
        lock (_gate)
        {
            _rungs.Add(rung);
            Show(LadderText.LineOf([rung]) + "\n");
        }
    }

    public void Tell(CallStep step)
    {
        lock (_gate)
        {
            _steps.Add(step);
            Show(PhoneText.LineOf(step));
        }
    }

    private void Show(string line)
    {
        if (!isQuiet)
        {
            Console.Out.Write(line);
        }
    }
}
