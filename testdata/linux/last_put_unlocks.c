/* Who puts the last reference is called back with the lock, and does not give it back. */
#include <linux/kref.h>
#include <linux/spinlock.h>

struct image_cache {
	spinlock_t lock;
	int images;
};

struct image {
	struct kref ref;
	struct image_cache *cache;
};

static void image_release(struct kref *ref)
{
	struct image *image = container_of(ref, struct image, ref);
	struct image_cache *cache = image->cache;

	cache->images--;
	kfree(image);
}

void image_put(struct image *image)
{
	struct image_cache *cache = image->cache;

	spin_lock(&cache->lock);
	if (!kref_put(&image->ref, image_release))
		spin_unlock(&cache->lock);
}  // expect: linux/SpinLock lock=&cache->lock acquire=28
