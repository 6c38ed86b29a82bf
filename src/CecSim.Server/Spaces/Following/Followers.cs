using CecSim.Simulation.News;

namespace CecSim.Server.Spaces.Following;

/// <summary>Who follows a space. While nobody does, the space does not even make its news.</summary>
internal sealed class Followers
{
    public const int FollowersMax = 32;

    private readonly Lock _gate = new();
    private volatile Follower[] _all = [];
    private NewsDesk? _desk;
    private bool _isOver;

    /// <returns>Null when there are as many as there may be.</returns>
    public Follower? Add()
    {
        lock (_gate)
        {
            if (_all.Length >= FollowersMax)
            {
                return null;
            }

            var follower = new Follower(Remove);
            if (_isOver)
            {
                follower.End();
                return follower;
            }

            Become([.. _all, follower]);
            return follower;
        }
    }

    /// <summary>They hear of another space from now on: what was before is silent.</summary>
    public void Move(NewsDesk? from, NewsDesk to)
    {
        lock (_gate)
        {
            from?.Follow(null);
            _desk = to;
            Become(_all);
        }
    }

    /// <summary>The space is no more.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (var follower in _all)
            {
                follower.End();
            }

            Become([]);
        }
    }

    private void Remove(Follower follower)
    {
        lock (_gate)
        {
            Become([.. _all.Where(f => f != follower)]);
        }
    }

    private void Become(Follower[] all)
    {
        _all = all;
        _desk?.Follow(all.Length > 0 ? Spread : null);
    }

    private void Spread(SpaceNews item)
    {
        foreach (var follower in _all)
        {
            follower.Take(item);
        }
    }
}
