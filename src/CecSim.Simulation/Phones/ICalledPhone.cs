namespace CecSim.Simulation.Phones;

/// <summary>A registered phone that was called as a number: it moves the call as the other end does.</summary>
internal interface ICalledPhone : IPhoneCall
{
    string Account { get; }

    IPhoneLeg? Leg { get; }
}
