namespace CecSim.Guarding;

/// <summary>Where a <see cref="Guard"/> says something the first time. Any thread may come, under any lock.</summary>
public interface IGuardLog
{
    /// <summary>The first failure of its kind.</summary>
    void Failed(Failure first);

    /// <summary>The first time that a nuisance was counted.</summary>
    /// <param name="nuisance">Its description.</param>
    /// <param name="detail">What came; null where there is no more to say.</param>
    void Met(string nuisance, string? detail);
}
