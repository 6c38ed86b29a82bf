namespace CecSim.Simulation.Faults;

/// <summary>At which requests of its operation a fault strikes. Requests count from 1, per space and rule.</summary>
public abstract record FaultWhen
{
    private FaultWhen()
    {
    }

    public abstract bool Strikes(long requestNumber);

    public sealed record Always : FaultWhen
    {
        public override bool Strikes(long requestNumber) => true;
    }

    /// <summary>Only the request of that number.</summary>
    public sealed record Nth(int Number) : FaultWhen
    {
        public override bool Strikes(long requestNumber) => requestNumber == Number;
    }

    /// <summary>Each request whose number is a multiple.</summary>
    public sealed record Every(int Count) : FaultWhen
    {
        public override bool Strikes(long requestNumber) => requestNumber % Count == 0;
    }

    /// <summary>The first requests, then no more.</summary>
    public sealed record First(int Count) : FaultWhen
    {
        public override bool Strikes(long requestNumber) => requestNumber <= Count;
    }
}
