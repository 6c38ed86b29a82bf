using CecSim.Simulation.Calls;
using CecSim.Simulation.Clock;

namespace CecSim.Simulation.Scripts;

/// <summary>A call that follows the script of a rule.</summary>
internal sealed class ScriptedCall(Timeline timeline, CallProgress progress, Call call, CallRule rule) : ICallFate
{
    private ScriptRun _run;
    private AgendaEntry? _nextStep;

    public void Begin() => Play(rule.Script);

    public void OnDropped()
    {
        Stop();
        Play(rule.OnDrop);
    }

    public void Stop() => timeline.Cancel(_nextStep);

    private void Play(Script script)
    {
        _run = new ScriptRun(script, Position: 0);
        Follow();
    }

    // Runs the script up to its next wait.
    private void Follow()
    {
        while (_run.Step is { } step)
        {
            _run = _run.Past;
            if (step is ScriptStep.Wait wait)
            {
                _nextStep = timeline.At(timeline.Now + wait.For, "script step", Follow);
                return;
            }

            if (ScriptRun.InputOf(step) is { } input)
            {
                progress.Apply(call, input);
            }
        }
    }
}
